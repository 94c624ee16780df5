package org.guildhall.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL server of this platform from the class path, once per version. */
final class PostgresBinaries {

    /** Raised with the server version, so that a new one is unpacked beside the old. */
    private static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** The folder with {@code initdb}, {@code pg_ctl} and {@code postgres}, unpacked below {@code home} when missing. */
    static Path unpackInto(Path home) throws IOException {
        var folder = home.resolve("server-" + VERSION);
        if (!Files.exists(folder.resolve(".complete"))) {
            var fresh = home.resolve("server-unpacking");
            delete(fresh);
            Files.createDirectories(fresh);
            extract(archiveName(), fresh);
            Files.createFile(fresh.resolve(".complete"));
            delete(folder);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder.resolve("bin");
    }

    private static String archiveName() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-" + os + "-" + arch + ".txz";
    }

    private static void extract(String archive, Path folder) throws IOException {
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (resource == null) {
                throw new IOException("no embedded PostgreSQL for this platform (" + archive
                        + "); give spring.datasource.url of a PostgreSQL 16 or newer instead");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, folder);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + target + " executable");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
