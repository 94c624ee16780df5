/** Plans messages and shows what became of them. */
@NullMarked
package org.guildhall.messages.outbox;

import org.jspecify.annotations.NullMarked;
