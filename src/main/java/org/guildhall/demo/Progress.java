package org.guildhall.demo;

import org.guildhall.platform.JobView;
import org.jspecify.annotations.Nullable;

/** How far the demo company is when the house starts. */
enum Progress {
    /** There is none yet, and nobody else lives here. */
    EMPTY,
    /** An earlier start was interrupted; its job goes on by itself and says when it is done. */
    MOVING_IN,
    /** It lives here. */
    READY,
    /** It could not move in. */
    FAILED,
    /** The house belongs to somebody else. */
    ABSENT;

    /** Judged by whether there is an organisation, and by the job that brings the company in. */
    static Progress of(boolean unitsExist, @Nullable JobView job) {
        if (job == null) {
            return unitsExist ? ABSENT : EMPTY;
        }
        return switch (job.state()) {
            case WAITING, RUNNING -> MOVING_IN;
            case DONE -> READY;
            case FAILED, CANCELLED -> FAILED;
        };
    }
}
