package org.guildhall.platform.backup;

/** A backup cannot be restored as it is; the message says why and what to do. Nothing was changed. */
final class UnusableBackup extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableBackup(String message) {
        super(message);
    }
}
