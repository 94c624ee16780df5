/** Invented people and companies: names, birthdays, documents and addresses that look real and belong to nobody. */
@NullMarked
package org.guildhall.demo.people;

import org.jspecify.annotations.NullMarked;
