/** What is owed, worked out and written as a file. */
@NullMarked
package org.guildhall.finance.liability;

import org.jspecify.annotations.NullMarked;
