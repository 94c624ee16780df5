/**
 * What the company tells its members: templates in versions, an outbox in which each message has a key and a visible fate,
 * and adapters that deliver.
 *
 * <p>Promises: a message is planned in the transaction of whoever has the reason for it, once for each member, reason and
 * period; it ends as sent, failed, suppressed or cancelled, and says why. Nothing that advertises goes to somebody who did
 * not agree to it, and nothing goes out in the quiet hours. Neither address nor text is stored: the text is made from a
 * version of a template and the facts of the message, so that erasing a member leaves the fate and no content.
 *
 * <p>Who the recipients are is told by whoever keeps them ({@link org.guildhall.messages.Recipients}); what there is to tell
 * is declared by the modules that have it ({@link org.guildhall.messages.MessageReason}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "policies", "ledger"})
package org.guildhall.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
