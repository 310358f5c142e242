package io.evertill.view;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The small pictures that stand beside words, so that no colour is the only sign.
enum Sign {
    GOOD(Feather.CHECK_CIRCLE),
    ASKING(Feather.HELP_CIRCLE),
    REFUSED(Feather.SLASH),
    PROBLEM(Feather.ALERT_TRIANGLE),
    SAFE(Feather.SHIELD),
    CONNECTED(Feather.WIFI),
    CUT(Feather.WIFI_OFF),
    CASHIER(Feather.USER),
    CLOCK(Feather.CLOCK),
    EMPTY(Feather.SHOPPING_CART),
    RETURN(Feather.CORNER_UP_LEFT),
    CHEAPER(Feather.TAG),
    PIECE(Feather.HASH),
    CARD(Feather.CREDIT_CARD),
    WAITING(Feather.LOADER);

    private final Feather picture;

    Sign(Feather picture) {
        this.picture = picture;
    }

    /// Puts a picture before a text, unless it stands there already: a new one would have to be styled and laid out with each step of
    /// the till. Its graphic and user data are this method's alone.
    void showOn(Labeled labeled) {
        if (labeled.getGraphic() == null || labeled.getUserData() != this) {
            labeled.setUserData(this);
            labeled.setGraphic(icon());
        }
    }

    /// A new picture, as large as the text beside it unless the style says otherwise.
    Label icon() {
        Label icon = new Label(Character.toString(picture.getCode()));
        icon.getStyleClass().add("sign");
        icon.setMinWidth(Region.USE_PREF_SIZE);
        icon.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        icon.setAccessibleText("");
        return icon;
    }
}
