/** Templates, their versions, and the text that a version makes of facts. */
@NullMarked
package org.guildhall.messages.templates;

import org.jspecify.annotations.NullMarked;
