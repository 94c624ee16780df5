package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where an import stands. While a job is at work, or failed and can be started again, the state names the work. */
@Schema(enumAsRef = true)
public enum ImportState {
    /** Uploaded; mapping and settings are still the suggested ones. */
    UPLOADED,
    /** Mapping and settings are confirmed. */
    READY,
    /** The dry run is at work. */
    CHECKING,
    /** The dry run is done. */
    CHECKED,
    /** The import is at work. */
    IMPORTING,
    /** Done. */
    IMPORTED,
    /** The undo is at work. */
    UNDOING,
    /** Undone; act and counter-act stay in the histories. */
    UNDONE
}
