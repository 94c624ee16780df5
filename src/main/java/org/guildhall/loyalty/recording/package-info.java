/** Keeps purchases that staff record by hand to what the institution lets a post do, and remembers what looks like fraud. */
@NullMarked
package org.guildhall.loyalty.recording;

import org.jspecify.annotations.NullMarked;
