/** What a file seems to contain: column types, samples and a suggested mapping. */
@NullMarked
package org.guildhall.intake.profiling;

import org.jspecify.annotations.NullMarked;
