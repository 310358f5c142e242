/// How the till looks: plain JavaFX views, each with a `show` of the state.
///
/// [TillLoop][io.evertill.view.TillLoop] takes events from any thread, takes the steps on the thread that draws, hands
/// the effects on and shows the state; it is the only place that hops between threads.
/// [TillWindow][io.evertill.view.TillWindow] is the window: one key filter on the scene, since the selling screen needs
/// no focus, and the parts of the screen. A part compares what it shows with the new state and changes what differs; it
/// decides nothing. [Texts][io.evertill.view.Texts] says phrases, money and dates in the language of the screen.
///
/// [CustomerWindow][io.evertill.view.CustomerWindow] shows the same states to the customers, on a screen of their own, through a
/// [Mirror][io.evertill.view.Mirror] that keeps its troubles from the till.
///
/// All sizes are multiples of the font size, which follows the window and the cashier's wish. Colours are named once a
/// theme in `till.css`, and never the only sign.
///
/// More than 14 files because every part of the screen is a class of its own.
@NullMarked
package io.evertill.view;

import org.jspecify.annotations.NullMarked;
