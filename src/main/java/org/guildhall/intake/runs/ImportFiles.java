package org.guildhall.intake.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.IntakeRefusal.FileTooLarge;
import org.guildhall.intake.Profile;
import org.guildhall.intake.staging.StageFolder;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of imports under the data folder: the upload as it came, its profile, and what staging derives from it. Several
 * application instances must share the folder.
 */
@Component
class ImportFiles {

    static final long MOST_BYTES = 200L << 20;

    private final Path root;
    private final JsonMapper json;

    ImportFiles(@Value("${guildhall.data}") Path data, JsonMapper json) {
        this.root = data.resolve("intake");
        this.json = json;
    }

    /** Size and hash of a stored upload. */
    record Upload(long bytes, String hash) {}

    /** Stores the upload; refuses one above the limit and keeps nothing of it. */
    Upload store(ImportId id, InputStream content) {
        var file = upload(id);
        try (content) {
            Files.createDirectories(file.getParent());
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(content, digest);
                    var out = Files.newOutputStream(file)) {
                long bytes = copy(in, out);
                if (bytes > MOST_BYTES) {
                    throw Refusal.of(new FileTooLarge(MOST_BYTES, false));
                }
                return new Upload(bytes, HexFormat.of().formatHex(digest.digest()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static long copy(InputStream in, java.io.OutputStream out) throws IOException {
        var buffer = new byte[1 << 16];
        long bytes = 0;
        for (int n = in.read(buffer); n >= 0 && bytes <= MOST_BYTES; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            bytes += n;
        }
        return bytes;
    }

    Path upload(ImportId id) {
        return root.resolve(id.toString()).resolve("upload");
    }

    StageFolder stage(ImportId id, int revision) {
        return new StageFolder(root.resolve(id.toString()).resolve("stage-" + revision));
    }

    void keepProfile(ImportId id, Profile profile) {
        try {
            Files.write(profileFile(id), json.writeValueAsBytes(profile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The profile, or null when the file is gone. */
    @Nullable
    Profile profile(ImportId id) {
        try {
            return Files.exists(profileFile(id))
                    ? json.readValue(Files.readAllBytes(profileFile(id)), Profile.class)
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path profileFile(ImportId id) {
        return root.resolve(id.toString()).resolve("profile.json");
    }

    /** Removes everything of an import. */
    void remove(ImportId id) {
        removeTree(root.resolve(id.toString()));
    }

    /** Removes the staged files of all revisions but one. */
    void removeStages(ImportId id, @Nullable Integer butRevision) {
        var folder = root.resolve(id.toString());
        if (!Files.exists(folder)) {
            return;
        }
        try (var children = Files.list(folder)) {
            for (var child : children.toList()) {
                var name = child.getFileName().toString();
                if (name.startsWith("stage-") && !name.equals("stage-" + butRevision)) {
                    removeTree(child);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeTree(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (var file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
