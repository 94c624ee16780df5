/** Tells messages whom they reach: addresses, languages, what a status allows, and what members agreed to. */
@NullMarked
package org.guildhall.members.messaging;

import org.jspecify.annotations.NullMarked;
