/** Which lot a movement touches: pure functions over an account's movements, without a database or a clock. */
@NullMarked
package org.guildhall.ledger.allocation;

import org.jspecify.annotations.NullMarked;
