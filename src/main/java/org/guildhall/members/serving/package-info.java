/** Members of other stores at the counter: identified exactly, told of, and served for some minutes. */
@NullMarked
package org.guildhall.members.serving;

import org.jspecify.annotations.NullMarked;
