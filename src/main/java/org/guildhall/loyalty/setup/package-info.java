/** What loyalty tells the modules below: its permissions, its policies and the clauses they carry out. */
@NullMarked
package org.guildhall.loyalty.setup;

import org.jspecify.annotations.NullMarked;
