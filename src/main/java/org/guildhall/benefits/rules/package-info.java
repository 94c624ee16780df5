/** What the catalogue says of a member, worked out without looking anything up. */
@NullMarked
package org.guildhall.benefits.rules;

import org.jspecify.annotations.NullMarked;
