/** How names are searched: keys, pinyin and initials. Pure. */
@NullMarked
package org.guildhall.members.names;

import org.jspecify.annotations.NullMarked;
