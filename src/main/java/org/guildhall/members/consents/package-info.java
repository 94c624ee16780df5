/** What members agreed to, per purpose and channel, with version and evidence. */
@NullMarked
package org.guildhall.members.consents;

import org.jspecify.annotations.NullMarked;
