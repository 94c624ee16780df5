/** What occasions that are no purchases bring: the policy, and how a member's occasions are judged by it one after the other. */
@NullMarked
package org.guildhall.loyalty.occasions;

import org.jspecify.annotations.NullMarked;
