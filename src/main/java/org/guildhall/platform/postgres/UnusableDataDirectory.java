package org.guildhall.platform.postgres;

import java.nio.file.Path;

/** The database's directory cannot be used; the message says which, why and what to do. */
public final class UnusableDataDirectory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableDataDirectory(Path folder, String why) {
        super("The data directory " + folder + " cannot be used: " + why);
    }

    UnusableDataDirectory(Path folder, String why, Throwable cause) {
        super("The data directory " + folder + " cannot be used: " + why, cause);
    }
}
