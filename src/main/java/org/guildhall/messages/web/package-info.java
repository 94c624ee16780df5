/** Templates and the outbox over HTTP. */
@NullMarked
package org.guildhall.messages.web;

import org.jspecify.annotations.NullMarked;
