/** What is given by hand, codes, uses, and who sees them. */
@NullMarked
package org.guildhall.benefits.acts;

import org.jspecify.annotations.NullMarked;
