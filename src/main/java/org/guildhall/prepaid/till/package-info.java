/** What the tills took in by day, and what is owed to members. */
@NullMarked
package org.guildhall.prepaid.till;

import org.jspecify.annotations.NullMarked;
