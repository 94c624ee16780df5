/** What goods bring, as pure functions of policies and facts. */
@NullMarked
package org.guildhall.cashback.rules;

import org.jspecify.annotations.NullMarked;
