/** What staff do with whole lists: keep them as views, act on all their members, take them out as files. */
@NullMarked
@NamedInterface("lists")
package org.guildhall.members.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
