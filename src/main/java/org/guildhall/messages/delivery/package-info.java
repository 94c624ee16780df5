/** The adapters: one that shows, one that speaks SMTP. */
@NullMarked
package org.guildhall.messages.delivery;

import org.jspecify.annotations.NullMarked;
