package org.guildhall.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a backup holds: by table its rows and their checksum, by sequence its value, by module its newest migration. */
record Manifest(
        int format, Instant takenAt, Map<String, String> migrations, List<Table> tables, Map<String, Long> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /** One table: its columns in COPY order, how many rows, and the sum of the rows' hashes (order does not matter). */
    record Table(String name, String columns, long rows, String checksum) {}
}
