package org.guildhall.access.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The installation's one secret, from which all keys derive: the variable GUILDHALL_MASTER_KEY (32 bytes, base64), else
 * the file {@code keys/master.key} in the data directory, made readable by the owner alone on first start.
 *
 * <p>Whoever has a copy of the database without it can read no personal value and forge no audit seal. Losing it loses all
 * personal values, so it belongs into the backup, kept apart from it.
 */
@Component
public final class MasterKey {

    private static final int BYTES = 32;

    private final byte[] secret;
    private final @Nullable Path made;

    @Autowired
    MasterKey(@Value("${guildhall.data}") Path data, @Value("${GUILDHALL_MASTER_KEY:}") String given) {
        var file = data.resolve("keys").resolve("master.key");
        this.made = given.isBlank() && !Files.exists(file) ? file : null;
        this.secret = given.isBlank() ? stored(file) : decoded(given, "GUILDHALL_MASTER_KEY");
    }

    MasterKey(byte[] secret) {
        this.made = null;
        this.secret = secret.clone();
    }

    /** Whether this start made the key, so that nothing can have been sealed with it. */
    boolean isNew() {
        return made != null;
    }

    /** Takes a key that this start made away again, so that the next start does not take it for the old one. */
    void forgetIfNew() {
        if (made != null) {
            try {
                Files.deleteIfExists(made);
            } catch (IOException e) {
                throw new UncheckedIOException("can't remove the key just made " + made, e);
            }
        }
    }

    /** The key for one purpose: HMAC-SHA256 of the purpose under the master secret. */
    public SecretKey derive(String purpose, String algorithm) {
        var bytes = hmac(
                new SecretKeySpec(secret, "HmacSHA256"), purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new SecretKeySpec(bytes, algorithm);
    }

    /** HMAC-SHA256 of the content. */
    public static byte[] hmac(SecretKey key, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] stored(Path file) {
        try {
            var text = read(file);
            return decoded(text == null ? create(file) : text, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("can't read or make the master key " + file, e);
        }
    }

    private static @Nullable String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : null;
    }

    private static String create(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var text = Base64.getEncoder().encodeToString(bytes) + "\n";
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            return text;
        } catch (FileAlreadyExistsException e) {
            return Files.readString(file); // another instance on the same directory was first
        }
    }

    private static byte[] decoded(String text, String origin) {
        try {
            var bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the master key in " + origin + " is not base64", e);
        }
        throw new IllegalStateException("the master key in " + origin + " must hold 32 bytes");
    }
}
