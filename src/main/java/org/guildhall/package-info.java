/** The application class and nothing else; every capability lives in a module below. */
@NullMarked
package org.guildhall;

import org.jspecify.annotations.NullMarked;
