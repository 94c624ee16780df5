/** Custom attributes and tags as an administrator defines them. */
@NullMarked
package org.guildhall.members.attributes;

import org.jspecify.annotations.NullMarked;
