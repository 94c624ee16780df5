/** Sends what is due, some messages at a time. */
@NullMarked
package org.guildhall.messages.dispatch;

import org.jspecify.annotations.NullMarked;
