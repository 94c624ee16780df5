/** What this module gives to analysis: its facts without personal values, and the measures over them. */
@NullMarked
package org.guildhall.loyalty.insight;

import org.jspecify.annotations.NullMarked;
