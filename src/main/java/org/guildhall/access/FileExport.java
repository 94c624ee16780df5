package org.guildhall.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file as its module states it; as a bean it is the job that writes such files. The module states only what is its
 * own; who may, how values are written, the sheet, its progress and what is remembered of it are seen to by {@link ListFiles}.
 */
public interface FileExport<A extends FileRequest> extends JobKind<A> {

    /** What is the same for every file of this kind. */
    FileKind<A> kind();

    /** Who writes it. */
    ListFiles files();

    /** Refuses what must not be asked for, although the permission is there, before anything is read. */
    default void check(A asked) {}

    /** The file's name without its suffix. */
    default String name(A asked, LocalDate today) {
        return kind().name() + "-" + today;
    }

    /** What the audit log and the job's result tell beside the number of rows. */
    default Map<String, Object> facts(A asked) {
        return Map.of();
    }

    /** The columns' headings, from left to right. */
    default List<String> head(A asked, FileWords words) {
        return words.head(kind().name());
    }

    /** The numbers of those of these members whom the actor may see; the others are called by their ids. */
    default Map<MemberId, String> numbers(Set<MemberId> members) {
        return Map.of();
    }

    /** Opens the list as far as the scope reaches. */
    Lines lines(A asked, Scope scope, FileWords words);

    /** A list, page by page. */
    @FunctionalInterface
    interface Lines {

        /**
         * The page that begins after the cursor, the first for none. Each line has its cells from left to right as the values
         * that they are: ids of members and units, instants, amounts of money and points are written for people afterwards.
         */
        Slice<List<@Nullable Object>> page(@Nullable String cursor);
    }

    @Override
    default String code() {
        return kind().code();
    }

    @Override
    default Class<A> params() {
        return kind().asked();
    }

    @Override
    default void run(JobRun<A> run) {
        files().write(run, this);
    }
}
