# common
common-yes = oui
