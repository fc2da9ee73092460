"""The window around photo and tabs: menus, bars, messages, help, opening."""
