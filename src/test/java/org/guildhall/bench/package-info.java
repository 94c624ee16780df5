/** Measurements, run by {@code ./guildhall bench}; each prints one line and, with {@code --json}, the same as JSON. */
@NullMarked
package org.guildhall.bench;

import org.jspecify.annotations.NullMarked;
