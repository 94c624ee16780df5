/** One timeline per member, merged from what every module tells. */
@NullMarked
package org.guildhall.members.timeline;

import org.jspecify.annotations.NullMarked;
