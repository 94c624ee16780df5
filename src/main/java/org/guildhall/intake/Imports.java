package org.guildhall.intake;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;

/**
 * Brings files into the house, step by step, and takes them out again: upload, prepare, check, start, undo.
 *
 * <p>Every act needs its permission over all units and leaves an audit record. Checking, importing and undoing are jobs that
 * resume after a crash; asking again while one is at work changes nothing, asking again after it failed goes on where it
 * stopped.
 */
public interface Imports {

    /** Takes a file in and says what it seems to contain; nothing reaches members or purchases. Closes the content. */
    ImportView upload(String fileName, InputStream content, @Nullable ImportKind kind);

    /** The import with its profile. */
    ImportView get(ImportId id);

    /** Imports, newest first, without their profiles. */
    Slice<ImportView> list(ImportQuery query);

    /** The business systems that imports came from, by name; needs {@code intake.read}. */
    List<String> sources();

    /** Confirms or changes layout, mapping and settings; earlier findings of a dry run are forgotten. */
    ImportView prepare(ImportId id, PrepareImport command);

    /** Starts the dry run: everything an import does, batch by batch, and nothing of it kept. */
    ImportView check(ImportId id);

    /** Starts the import. */
    ImportView start(ImportId id);

    /** What undoing would do and what depends on it. */
    ImportUndoPreview undoPreview(ImportId id);

    /** Starts the undo. */
    ImportView undo(ImportId id, String reason);

    /** Rejected rows of the last run, in the order of the file, in the reader's language. */
    Slice<RejectionView> rejections(ImportId id, Locale language, @Nullable String cursor, int limit);

    /** What the sheet of rejected rows is called: after the file they come from. */
    String rejectionsName(ImportId id, Locale language, Sheets.Format format);

    /**
     * Writes all rejected rows of the last run as a sheet: what is wrong, and for those who may import the row itself, to be
     * corrected in place and brought in again; formula signs are made harmless.
     */
    void writeRejections(ImportId id, Locale language, Sheets.Format format, OutputStream out);

    /** Removes the file and the rejected rows of an import that never ran, or whose keeping time is over. */
    void discard(ImportId id);
}
