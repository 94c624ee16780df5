/**
 * Backup and restore with one command each. A backup is one zip file: every table as PostgreSQL's COPY text, read in one
 * repeatable-read transaction while work goes on, and a manifest with the migrations' versions, row counts and checksums.
 * It is portable between the embedded server and any PostgreSQL 16 or newer. The keys of personal values are not in it.
 */
@NullMarked
package org.guildhall.platform.backup;

import org.jspecify.annotations.NullMarked;
