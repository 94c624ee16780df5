/** What a basket costs and why, and what goes back for a part of it: pure functions of rules and facts. */
@NullMarked
package org.guildhall.checkout.pricing;

import org.jspecify.annotations.NullMarked;
