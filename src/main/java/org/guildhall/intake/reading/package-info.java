/** How rows come out of a file, whatever its packing, encoding and shape; knows nothing of members or purchases. */
@NullMarked
package org.guildhall.intake.reading;

import org.jspecify.annotations.NullMarked;
