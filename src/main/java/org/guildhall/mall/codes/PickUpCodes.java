package org.guildhall.mall.codes;

import org.guildhall.access.DigitCodes;
import org.guildhall.access.PersonalVault;
import org.springframework.stereotype.Component;

/** The codes with which redemptions are picked up. */
@Component
public class PickUpCodes extends DigitCodes {

    PickUpCodes(PersonalVault vault) {
        super(vault, "mall.pick-up-code");
    }
}
