/** Policies as JSON: their form, reading and checking them, and what two of them differ in. */
@NullMarked
package org.guildhall.policies.forms;

import org.jspecify.annotations.NullMarked;
