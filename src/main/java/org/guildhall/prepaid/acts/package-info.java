/** Acts on stored-value accounts, each in one transaction with its postings. */
@NullMarked
package org.guildhall.prepaid.acts;

import org.jspecify.annotations.NullMarked;
