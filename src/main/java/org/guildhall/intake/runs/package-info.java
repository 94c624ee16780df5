/** The background jobs: dry run, import and undo. */
@NullMarked
package org.guildhall.intake.runs;

import org.jspecify.annotations.NullMarked;
