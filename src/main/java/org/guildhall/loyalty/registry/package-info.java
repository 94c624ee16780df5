/** What loyalty adds to the registry of members: its part of the timeline and its columns of the member list. */
@NullMarked
package org.guildhall.loyalty.registry;

import org.jspecify.annotations.NullMarked;
