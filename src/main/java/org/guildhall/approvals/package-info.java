/**
 * Decides what one person may not do alone: chains of decision by kind and amount, from the authority table.
 *
 * <p>Promises: nobody decides what they asked for; a step waits for every post or any one of the posts it names; the act is
 * done in the transaction of the last approval, once; what was asked keeps the chain of its day; every word said is kept.
 * Powers can be delegated for some days, a single task handed over, and a step that waits too long escalates or goes back.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "policies"})
package org.guildhall.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
