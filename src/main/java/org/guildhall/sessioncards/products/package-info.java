/** Services, and the cards that are sold of them. */
@NullMarked
package org.guildhall.sessioncards.products;

import org.jspecify.annotations.NullMarked;
