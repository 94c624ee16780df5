package org.guildhall.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files made for one actor and kept for {@link #KEPT}: nobody else can fetch them, whatever they know. */
@Component
public class Downloads {

    /** How long a file is kept. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** When nobody can ask for it any more, whatever is known of it. */
    private static final Duration LONGEST = KEPT.plusDays(1);

    private static final String UNFINISHED = ".part";

    private final DownloadStore store;
    private final BusinessTime time;
    private final Path folder;

    Downloads(DownloadStore store, BusinessTime time, @Value("${guildhall.data}") Path data) {
        this.store = store;
        this.time = time;
        this.folder = data.resolve("downloads");
    }

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything, or says false when it was stopped before the end; closing is the caller's. */
        boolean writeTo(OutputStream out) throws IOException;
    }

    /** A stored file with its content. */
    public record Fetched(String fileName, String mediaType, long bytes, InputStream content) {}

    /** Makes and keeps a file for the actor: the whole of it, or nothing when its content stopped or failed midway. */
    public Optional<DownloadId> store(String fileName, String mediaType, Actor by, Content content) {
        var id = new DownloadId(Ids.next(time.clock()));
        var unfinished = folder.resolve(id + UNFINISHED);
        try {
            Files.createDirectories(folder);
            try {
                if (!isWhole(unfinished, content)) {
                    return Optional.empty();
                }
                Files.move(unfinished, file(id));
            } finally {
                Files.deleteIfExists(unfinished);
            }
            Instant now = time.now();
            var stored = new DownloadStore.Stored(fileName, mediaType, Files.size(file(id)));
            store.insert(id, stored, by.reference(), now, now.plus(KEPT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(id);
    }

    private static boolean isWhole(Path file, Content content) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            return content.writeTo(out);
        }
    }

    /** The file, for the actor it was made for; the caller closes the content. */
    public Fetched fetch(DownloadId id, Actor actor) {
        var stored = store.find(id, actor.reference(), time.now());
        if (stored == null) {
            throw Refusal.of(new PlatformRefusal.NoSuchDownload(id.toString()));
        }
        try {
            return new Fetched(stored.fileName(), stored.mediaType(), stored.bytes(), Files.newInputStream(file(id)));
        } catch (NoSuchFileException e) { // a restored database, or another machine's file
            throw Refusal.of(new PlatformRefusal.NoSuchDownload(id.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the files whose time is over; returns how many. */
    public int removeExpired() {
        var expired = store.removeExpired(time.now());
        for (UUID id : expired) {
            try {
                Files.deleteIfExists(file(new DownloadId(id)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        removeAbandoned();
        return expired.size();
    }

    /** What a process that was killed was writing, had not yet entered, or had struck off but not yet removed. */
    private void removeAbandoned() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var longAgo = time.now().minus(LONGEST);
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(DownloadId id) {
        return folder.resolve(id.toString());
    }
}
