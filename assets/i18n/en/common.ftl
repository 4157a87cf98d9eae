# common
common-yes = yes
