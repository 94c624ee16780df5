package org.guildhall.access;

import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;

/** What everybody says who asks for a list as a file, whatever the list: the shape, the reason, and the language to read it in. */
public interface FileRequest {

    /** How the file is written. */
    Sheets.Format format();

    /** Why the list leaves the house; the audit log keeps it. */
    String reason();

    /** The language of the headings and words: zh-CN unless it is zh-TW or en. */
    @Nullable
    String language();

    /** A job's parameters that hold what was asked beside what it was asked of. */
    interface Held extends FileRequest {

        /** What was asked. */
        FileRequest request();

        @Override
        default Sheets.Format format() {
            return request().format();
        }

        @Override
        default String reason() {
            return request().reason();
        }

        @Override
        default @Nullable String language() {
            return request().language();
        }
    }
}
