/** Proves over all messages that fates, attempts and consents agree. */
@NullMarked
package org.guildhall.messages.proofs;

import org.jspecify.annotations.NullMarked;
