/**
 * The records themselves: entering, changing, undoing, and what they were before. One path serves one member and a hundred
 * thousand: rows are checked one by one, written set by set.
 */
@NullMarked
package org.guildhall.members.registry;

import org.jspecify.annotations.NullMarked;
